const interactive =
  "a[href], area[href], button, input, select, textarea, label, summary, option, [contenteditable]:not([contenteditable='false']), [role='button'], [role='link'], [role='tab'], [role='menuitem'], [role='option'], [role='checkbox'], [role='switch']";

/**
 * Whether the page has a use of its own for a click here. Then the click stays the page's, and the card's button calls.
 * A pointing hand is how pages show that rows and tiles can be clicked.
 */
export function isClaimedByPage(element: Element): boolean {
  return element.closest(interactive) !== null || getComputedStyle(element).cursor === "pointer";
}

/** Whether a person can see the element: a page could lay an unseen number over something else to have it clicked. */
export function isPlainlyVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
