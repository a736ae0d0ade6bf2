package dev.hubcast.bench.entities;

/**
 * What one transaction took.
 *
 * @param changes how many entities it changed
 * @param commitNanos how long its commit took, the flush included
 * @param peakHeapBytes how much more of the heap was used at the highest than before it
 */
record Turn(int changes, long commitNanos, long peakHeapBytes) {
}
