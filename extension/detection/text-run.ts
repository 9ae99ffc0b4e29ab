/** A part of a run: one text node, or a stretch of a long one. */
export interface TextPiece {
  node: Text;
  /** Where the piece begins in the run's text. */
  start: number;
  end: number;
  /** Where the piece begins in its node. */
  nodeStart: number;
}

/** Text that reads as one: the neighbouring text nodes of one block, in order. */
export interface TextRun {
  text: string;
  pieces: readonly TextPiece[];
  /** The run before this one, if it is short enough to be a label: "Phone" in the cell to the left. */
  precedingText: string;
}

/** The offsets where one node ends and the next begins. */
export function breaksOf(run: TextRun): number[] {
  return run.pieces.slice(1).map((piece) => piece.start);
}

/** The pieces that a stretch of a run covers in part or in full. */
export function piecesWithin(run: TextRun, stretch: { start: number; end: number }): TextPiece[] {
  return run.pieces.filter((piece) => piece.end > stretch.start && piece.start < stretch.end);
}

/** A run of these nodes' present text. A node that begins a new line, after `<br>`, is set off by a line end that is in no node. */
export function joinNodes(nodes: readonly Text[], beginsLine: ReadonlySet<Text>, precedingText: string): TextRun {
  const pieces: TextPiece[] = [];
  let text = "";
  for (const node of nodes) {
    if (beginsLine.has(node)) text += "\n";
    pieces.push({ node, start: text.length, end: text.length + node.data.length, nodeStart: 0 });
    text += node.data;
  }
  return { text, pieces, precedingText };
}

/** Whether the nodes of a run still say what it says. */
export function isCurrent(run: TextRun): boolean {
  return run.pieces.every(
    ({ node, start, end, nodeStart }) =>
      node.isConnected && node.data.slice(nodeStart, nodeStart + end - start) === run.text.slice(start, end),
  );
}

/** A part of a run as a run of its own. */
export function sliceRun(run: TextRun, stretch: { start: number; end: number }): TextRun {
  const pieces = piecesWithin(run, stretch).map((piece) => {
    const start = Math.max(piece.start, stretch.start);
    const end = Math.min(piece.end, stretch.end);
    return {
      node: piece.node,
      start: start - stretch.start,
      end: end - stretch.start,
      nodeStart: piece.nodeStart + start - piece.start,
    };
  });
  const precedingText = stretch.start === 0 ? run.precedingText : "";
  return { text: run.text.slice(stretch.start, stretch.end), pieces, precedingText };
}
