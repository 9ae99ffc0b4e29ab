export interface NumbersNewsParts {
  /** Says that the frame's numbers are others now. Gives whether somebody goes on wanting to know. */
  tell: () => Promise<boolean>;
}

const restMs = 300;

/**
 * Says when the numbers of a frame have changed, once for many changes in a row, and only while somebody wants to know: the popup with its
 * list, or the toolbar button that counts them. A page that changes all day wakes nobody else.
 */
export class NumbersNews {
  readonly #tell: () => Promise<boolean>;
  #isWanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ tell }: NumbersNewsParts, signal: AbortSignal) {
    this.#tell = tell;
    signal.addEventListener("abort", () => {
      // The frame's numbers are gone with its marks.
      if (this.#isWanted) void this.#tell();
      this.#isWanted = false;
      clearTimeout(this.#timer);
    });
  }

  /** Whether somebody wants to know, from now on. Who has just begun to is told at once. */
  want(isWanted: boolean): void {
    const isNew = isWanted && !this.#isWanted;
    this.#isWanted = isWanted;
    if (isNew) this.handleChange();
  }

  handleChange(): void {
    if (this.#isWanted) this.#timer ??= setTimeout(() => void this.#tellNow(), restMs);
  }

  /** Says so without rest: the frame may be gone in the next moment. */
  handleLeave(): void {
    if (this.#isWanted) void this.#tell();
  }

  async #tellNow(): Promise<void> {
    this.#timer = undefined;
    this.#isWanted = (await this.#tell()) && this.#isWanted;
  }
}
