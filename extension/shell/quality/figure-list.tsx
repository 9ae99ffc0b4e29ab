import type { Figure } from "./figures.ts";
import "./figure-list.css";

/** Names and figures in two columns. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figure-list figures">
      {figures.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
