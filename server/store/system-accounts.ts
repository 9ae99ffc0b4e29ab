/** The accounts on the other side of every wallet's transfers. They keep no balance: it is the sum of their transfers. */
export const systemAccounts = {
  /** Money that people paid in comes from here. */
  payments: "system_payments",
  /** Calls are paid to here. */
  revenue: "system_revenue",
  /** What the operator gives away comes from here. */
  gifts: "system_gifts",
} as const;
