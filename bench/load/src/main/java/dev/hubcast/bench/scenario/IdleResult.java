package dev.hubcast.bench.scenario;

import dev.hubcast.bench.measure.Faults;

/**
 * What quiet connections cost.
 *
 * @param connections how many were held
 * @param residentKilobytes the server's resident set with all of them
 * @param residentGrowth by how much each of them made the resident set grow, in kilobytes
 * @param heapGrowth by how much each of them made the live heap grow, in kilobytes; NaN if the server is no JVM
 * @param cpuMicros the server's processor time for each of them in a second, in microseconds
 * @param faults what went wrong
 */
public record IdleResult(int connections, long residentKilobytes, double residentGrowth, double heapGrowth, double cpuMicros,
        Faults faults) implements Result {
}
