/** The content script, and the style of the marks that goes with it. */
export const markScript = { js: ["/content-scripts/content.js"], css: ["/content-scripts/content.css"] };
