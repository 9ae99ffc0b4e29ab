import { i18n } from "#i18n";

/** The shape of a list that is still on its way. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <div className="skeleton-rows" role="status" aria-label={i18n.t("ui.loading")}>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          <span className="avatar skeleton" />
          <span className="skeleton-lines">
            <span className="skeleton" style={{ width: `${8 + ((row * 3) % 5)}rem` }} />
            <span className="skeleton" style={{ width: "6rem" }} />
          </span>
        </div>
      ))}
    </div>
  );
}
