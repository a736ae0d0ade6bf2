package dev.hubcast.showcase.sales;

/** Where the shop sells. */
public enum Region { NORTH, EAST, SOUTH, WEST }
