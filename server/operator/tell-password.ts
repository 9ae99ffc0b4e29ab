/** A password as it is handed to the operator, who hands it on. */
export function tellPassword(password: string): string {
  return `The password is ${password}. It is not shown again, and can be changed in Ringback's settings.`;
}
