/** Who a demo account can call: numbers that the sandbox carrier answers, each in its own way. */
export const demoContacts = [
  { name: "Echo", number: "+14155550100", note: "Answers, greets and repeats what you say." },
  { name: "Digits menu", number: "+14155550101", note: "Answers and says which digit you press." },
  { name: "Slow answer", number: "+14155550102", note: "Answers after five seconds of ringing." },
  { name: "Always busy", number: "+14155550103", note: "Is busy." },
  { name: "Nobody home", number: "+14155550104", note: "Rings and is never answered." },
  { name: "Short talk", number: "+12125550120", note: "Answers and hangs up after twenty seconds." },
] as const;
