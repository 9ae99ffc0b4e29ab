/** The fewest characters a password may have. Said by the forms before the server has to. */
export const shortestPassword = 10;
