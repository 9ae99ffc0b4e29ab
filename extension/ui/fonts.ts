import "@fontsource-variable/figtree/wght.css";
import flagFontUrl from "country-flag-emoji-polyfill/dist/TwemojiCountryFlags.woff2?url";

// Windows has no flags among its emoji and shows two letters instead, so the flags come with the extension.
document.fonts.add(new FontFace("Ringback Flags", `url("${flagFontUrl}")`, { unicodeRange: "U+1F1E6-1F1FF" }));
