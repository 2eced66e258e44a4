/** How much a template may be and show. What is beyond is left out, and the view says so. */
export const LIMITS = {
  /** Characters of a template as JSON. */
  template: 64 * 1024,
  depth: 6,
  sections: 100,
  columns: 12,
  buttons: 8,
  /** Entries of a list that are shown at first, and at all. */
  shown: 50,
  entries: 200,
  /** Characters of one text, and of all. */
  text: 5000,
  texts: 1024 * 1024,
  path: 255,
  conditionDepth: 8,
  /** Variables, conditions and parts that one template may have, and may look at: what it costs, whatever it nests. */
  steps: 100_000,
} as const;
