// One pen for all: 20 by 20, round ends, 1.6 wide. Filled shapes carry their own fill.
const shapes = {
  phone: (
    <path d="M6.2 3.2 4.3 3.9c-.8.3-1.3 1.1-1.2 2 .6 5.8 5.2 10.4 11 11 .9.1 1.7-.4 2-1.200l.7-1.900a1.2 1.2 0 0 0-.6-1.500l-2.5-1.200a1.2 1.2 0 0 0-1.4.3l-.8.9a9.5 9.5 0 0 1-4.3-4.300l.9-.8c.4-.4.5-.9.3-1.400L7.7 3.800a1.2 1.2 0 0 0-1.5-.6Z" />
  ),
  "hang-up": (
    <path
      fill="currentColor"
      d="M10 7.200c-3.2 0-5.9.9-7.5 2.5-.7.7-.8 1.7-.3 2.500l.8 1.200c.3.5.9.7 1.5.5l2.4-.9c.5-.2.8-.6.8-1.100v-1.200c1.5-.4 3.1-.4 4.6 0v1.200c0 .5.3.9.8 1.100l2.4.9c.6.2 1.2 0 1.5-.5l.8-1.200c.5-.8.4-1.8-.3-2.5-1.6-1.6-4.3-2.5-7.5-2.500Z"
    />
  ),
  microphone: (
    <>
      <rect x="7.3" y="2.5" width="5.4" height="9" rx="2.7" />
      <path d="M4.5 9.500a5.5 5.5 0 0 0 11 0M10 15v2.500M7.5 17.500h5" />
    </>
  ),
  "microphone-off": (
    <>
      <path d="M12.7 9V5.200a2.7 2.7 0 0 0-5-1.400M7.3 7.500v1.300a2.7 2.7 0 0 0 3.9 2.400M4.5 9.500a5.5 5.5 0 0 0 8.5 4.600M15.5 9.500c0 .8-.2 1.5-.4 2.200M10 15v2.500M7.5 17.500h5M3 3l14 14" />
    </>
  ),
  headset: (
    <>
      <path d="M4 12v-2a6 6 0 0 1 12 0v2" />
      <rect x="2.8" y="11" width="3.6" height="5.6" rx="1.4" />
      <rect x="13.6" y="11" width="3.6" height="5.6" rx="1.4" />
    </>
  ),
  keypad: (
    <g fill="currentColor" stroke="none">
      {[4.5, 10, 15.5].flatMap((x) => [4.5, 10, 15.5].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.5" />))}
    </g>
  ),
  backspace: (
    <path d="M7.3 4.500h8.200a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H7.300a2 2 0 0 1-1.5-.7L2 10l3.8-4.800a2 2 0 0 1 1.5-.7ZM9.5 8l4 4M13.5 8l-4 4" />
  ),
  person: (
    <>
      <circle cx="10" cy="6.5" r="3.3" />
      <path d="M3.8 16.800c.6-3 3-4.6 6.2-4.600s5.6 1.6 6.2 4.6" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M10 5.800V10l2.8 1.8" />
    </>
  ),
  settings: (
    <>
      <path d="M3 6h7.500M15.5 6H17M3 14h1.500M9.5 14H17" />
      <circle cx="13" cy="6" r="2.3" />
      <circle cx="7" cy="14" r="2.3" />
    </>
  ),
  globe: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M2.8 10h14.400M10 2.800c4 4.2 4 10.2 0 14.4-4-4.2-4-10.2 0-14.400Z" />
    </>
  ),
  "chevron-down": <path d="m5.5 8 4.5 4.500L14.5 8" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  plus: <path d="M10 4v12M4 10h12" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13 13 4 4" />
    </>
  ),
  wallet: (
    <>
      <path d="M14.5 6V4.300a1.3 1.3 0 0 0-1.6-1.300L4.200 5A1.600 1.600 0 0 0 3 6.600v8.400A2 2 0 0 0 5 17h10.500a1.500 1.500 0 0 0 1.500-1.500v-8A1.500 1.500 0 0 0 15.500 6H4" />
      <path d="M13.500 11.500h.1" />
    </>
  ),
  copy: (
    <>
      <rect x="7" y="7" width="9.5" height="9.5" rx="2" />
      <path d="M13 4.500A1.500 1.500 0 0 0 11.500 3H5a2 2 0 0 0-2 2v6.500A1.500 1.500 0 0 0 4.500 13" />
    </>
  ),
  upload: <path d="M10 12.500V3M6 6.500l4-4 4 4M3.500 16.500h13" />,
  edit: (
    <path d="M13.300 3.700a1.700 1.700 0 0 1 2.400 0l.6.6a1.700 1.700 0 0 1 0 2.400L7.500 15.500l-4 1 1-4 8.800-8.800ZM11.500 5.500l3 3" />
  ),
  trash: (
    <path d="M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500l.7 10a1.500 1.500 0 0 0 1.500 1.400h4.600a1.500 1.500 0 0 0 1.500-1.400l.7-10M8.500 8.500v5M11.500 8.500v5" />
  ),
  download: <path d="M10 3v9.500M6 9l4 4 4-4M3.500 16.500h13" />,
  alert: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M10 6.200v4.500M10 13.600v.1" />
    </>
  ),
  note: (
    <>
      <path d="M5.5 3h9A1.500 1.500 0 0 1 16 4.500V12l-5 5H5.500A1.500 1.500 0 0 1 4 15.500v-11A1.500 1.500 0 0 1 5.500 3Z" />
      <path d="M16 12h-3.500a1.500 1.500 0 0 0-1.500 1.500V17M7 7h6M7 10h3" />
    </>
  ),
  redial: <path d="M4 10a6 6 0 1 0 2-4.500M4 3v3.500h3.500" />,
  "side-panel": (
    <>
      <rect x="3" y="3.5" width="14" height="13" rx="2" />
      <path d="M12 3.500v13" />
    </>
  ),
  "small-window": (
    <>
      <rect x="3" y="3.5" width="14" height="13" rx="2" />
      <path d="M9.500 3.500v7.500H17" />
    </>
  ),
  "sign-out": <path d="M8 3.500H5a1.5 1.5 0 0 0-1.5 1.500v10A1.5 1.5 0 0 0 5 16.500h3M8 10h9M13.5 6.5 17 10l-3.5 3.5" />,
} as const;

export type IconName = keyof typeof shapes;

// They point the way that words run. All others are the same in a mirror's world.
const directed: ReadonlySet<IconName> = new Set<IconName>(["sign-out", "side-panel"]);

/** A picture beside or instead of words. Always decoration: what it means is said by its control's label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      data-directed={directed.has(name) || undefined}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
