/** The head of an answer, and how long the whole of it is. */
export interface AnswerHead {
  status: string;
  head: string;
  /** Head and body together. */
  bytes: number;
}

/** Reads the head of the answer at the start of what has come; undefined while it has not all come. A body must tell its length. */
export function readAnswerHead(buffer: Buffer): AnswerHead | undefined {
  const headEnd = buffer.indexOf("\r\n\r\n");
  if (headEnd === -1) return undefined;
  const head = buffer.toString("latin1", 0, headEnd);
  const bodyBytes = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  return { status: head.slice(9, 12), head, bytes: headEnd + 4 + bodyBytes };
}
