/** The server cannot start for a reason that its operator can mend; the message is the sentence to show. Anything else thrown is a bug. */
export class StartRefused extends Error {
  override name = "StartRefused";
}
