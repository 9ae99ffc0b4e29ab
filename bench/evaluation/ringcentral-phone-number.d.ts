// The package has no types. What is declared is what the evaluation uses.
declare module "@ringcentral-integration/phone-number" {
  export function detect(asked: {
    input: string;
    countryCode?: string;
  }): { phoneNumber: string; startsAt: number; endsAt: number }[];
}
