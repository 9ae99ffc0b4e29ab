/** More numbers of a page than these nobody goes through one by one, and a page may be made of numbers. */
export const mostPageNumbers = 500;
