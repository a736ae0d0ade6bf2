package dev.hubcast.entity;

/** What a transaction did to an entity, all in all. Clients read its name, unless {@code hubcast.entity-operations} says otherwise. */
public enum EntityOperation {

    /** It was not there before the transaction and is there after it. */
    ADD,
    /** It was there before and is there after, and was changed. */
    UPDATE,
    /** It was there before and is not there after. */
    DELETE
}
