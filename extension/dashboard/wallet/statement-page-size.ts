/** How many lines of the statement are asked for at once. Whoever asks for as many shares the answer. */
export const statementPageSize = 25;
