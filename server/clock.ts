/** The time now in UTC milliseconds. Passed in, so that tests can hold it still. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
