// Past the package's index, which brings widgets and wants a compiler for their style.
import { LibPhoneNumberMatcher } from "ringcentral-c2d/matchers/LibPhoneNumberMatcher/index.js";
import { RangeObserver } from "ringcentral-c2d/observers/RangeObserver/index.js";

// RingCentral's library as its users set it up, with its own matcher and observer.
const matcher = new LibPhoneNumberMatcher({ countryCode: "US" });
let observer: RangeObserver | undefined;
let matched = 0;
let onMatched = (): void => {};

/** Counts what the observer finds from now on, in all that comes to the page. */
function watch(): void {
  const match = matcher.match;
  matcher.match = (asked) => {
    const found = match(asked);
    matched += found?.length ?? 0;
    onMatched();
    return found;
  };
  observer = new RangeObserver({ node: document.body, matcher });
}

/** Resolves to how many were found, once there are at least so many. */
function whenMatched(least: number): Promise<number> {
  return new Promise((resolve) => {
    onMatched = () => {
      if (matched >= least) resolve(matched);
    };
    onMatched();
  });
}

Object.assign(globalThis, {
  clickToDial: {
    scan: () => matcher.match({ node: document.body, validate: true })?.length ?? 0,
    watch,
    whenMatched,
    stop: () => observer?.dispose(),
  },
});
