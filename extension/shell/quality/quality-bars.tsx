import type { QualityLevel } from "./quality-words.ts";

const filled: Record<QualityLevel, number> = { unmeasured: 0, poor: 1, fair: 2, good: 3 };

/** Three bars, as telephones have them. How many are full says it without a colour; the rest are outlines. */
export function QualityBars({ level }: { level: QualityLevel }) {
  return (
    <svg className="quality-bars" data-level={level} viewBox="0 0 20 20" aria-hidden="true">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          className={bar < filled[level] ? "quality-bar-full" : "quality-bar-empty"}
          x={2.5 + bar * 5.5}
          y={12 - bar * 4}
          width="4"
          height={5 + bar * 4}
          rx="1"
        />
      ))}
    </svg>
  );
}
