/** The mark: a point and the two waves that come back from it. */
export function Brand() {
  return (
    <svg
      className="brand-mark"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="8" cy="16" r="3" fill="currentColor" stroke="none" />
      <path d="M8 8.500a7.5 7.5 0 0 1 7.5 7.5" />
      <path d="M8 3.500a12.5 12.5 0 0 1 12.5 12.5" />
    </svg>
  );
}
