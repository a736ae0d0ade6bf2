package dev.hubcast;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Keeps the arrows between the packages one way; a new package gets its rule here first. */
@AnalyzeClasses(packages = RoomsTest.ALL, importOptions = DoNotIncludeTests.class)
class RoomsTest {

    static final String ALL = "dev.hubcast";
    private static final String API = ALL;
    private static final String PROTOCOL = ALL + ".protocol..";
    private static final String SECURITY = ALL + ".security..";
    private static final String CONNECTION = ALL + ".connection..";
    private static final String DISPATCH = ALL + ".dispatch..";
    private static final String TRANSPORT = ALL + ".transport..";
    private static final String DEPLOYMENT = ALL + ".deployment..";
    private static final String FRAME = ALL + ".frame..";
    private static final String EVENT = ALL + ".event";
    private static final String EVENT_BRIDGE = ALL + ".event.bridge..";
    private static final String ENTITY = ALL + ".entity";
    private static final String ENTITY_BRIDGE = ALL + ".entity.bridge..";
    private static final String TESTING = ALL + ".testing..";
    private static final String QUEUE = ALL + ".queue..";
    private static final String SHOWCASE = ALL + ".showcase..";

    @ArchTest
    static final ArchRule the_api_uses_no_room = room(API);

    @ArchTest
    static final ArchRule protocol_uses_the_api = room(PROTOCOL, API);

    @ArchTest
    static final ArchRule protocol_alone_knows_how_bytes_become_values = noClasses().that().resideOutsideOfPackage(PROTOCOL)
            .should().dependOnClassesThat().resideInAPackage("org.msgpack..");

    @ArchTest
    static final ArchRule security_uses_the_api = room(SECURITY, API);

    @ArchTest
    static final ArchRule connection_uses_protocol_and_security = room(CONNECTION, API, PROTOCOL, SECURITY);

    @ArchTest
    static final ArchRule dispatch_stands_on_connection = room(DISPATCH, API, CONNECTION, PROTOCOL, SECURITY);

    @ArchTest
    static final ArchRule frame_stands_alone = room(FRAME);

    @ArchTest
    static final ArchRule transport_stands_on_connection = room(TRANSPORT, API, CONNECTION, PROTOCOL, SECURITY, FRAME);

    @ArchTest
    static final ArchRule queue_stands_on_transport = room(QUEUE, API, CONNECTION, PROTOCOL, SECURITY, TRANSPORT);

    @ArchTest
    static final ArchRule event_uses_the_api = room(EVENT, API);

    @ArchTest
    static final ArchRule the_bridge_of_events_stands_on_dispatch = room(EVENT_BRIDGE, API, EVENT, CONNECTION, DISPATCH);

    @ArchTest
    static final ArchRule entity_stands_alone = room(ENTITY);

    @ArchTest
    static final ArchRule the_bridge_of_entities_stands_on_that_of_events =
            room(ENTITY_BRIDGE, API, ENTITY, EVENT_BRIDGE, SECURITY, CONNECTION, DISPATCH);

    @ArchTest
    static final ArchRule entities_alone_know_jpa = noClasses()
            .that().resideOutsideOfPackages(ENTITY, ENTITY_BRIDGE, SHOWCASE)
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule deployment_brings_all_together =
            room(DEPLOYMENT, API, PROTOCOL, SECURITY, CONNECTION, DISPATCH, TRANSPORT, QUEUE, EVENT, EVENT_BRIDGE, ENTITY,
                    ENTITY_BRIDGE);

    @ArchTest
    static final ArchRule the_testing_kit_puts_hubs_to_work =
            room(TESTING, API, PROTOCOL, SECURITY, CONNECTION, DISPATCH, DEPLOYMENT);

    @ArchTest
    static final ArchRule the_showcase_uses_the_api_as_everybody_does = room(SHOWCASE, API, EVENT, ENTITY);

    @ArchTest
    static final ArchRule every_class_is_in_a_room_with_a_rule = classes().should()
            .resideInAnyPackage(API, PROTOCOL, SECURITY, CONNECTION, DISPATCH, TRANSPORT, FRAME, EVENT, EVENT_BRIDGE, ENTITY, ENTITY_BRIDGE,
                    QUEUE, DEPLOYMENT, TESTING, SHOWCASE);

    @ArchTest
    static final ArchRule there_are_no_cycles =
            slices().matching(ALL + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    private static ArchRule room(String room, String... below) {
        String[] within = Stream.concat(Stream.of(room), Stream.of(below)).toArray(String[]::new);
        return noClasses().that().resideInAPackage(room)
                .should().dependOnClassesThat(resideInAPackage(ALL + "..").and(not(resideInAnyPackage(within))))
                .allowEmptyShould(true);
    }
}
