/** After so many tries in a row that failed a task is parked, and a message is given up. */
export const maxAttempts = 10;
