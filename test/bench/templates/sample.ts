/** A display template of a hundred sections, and the megabyte that it is over. */
import type {Section, Template} from '../../../src/agent/templates/template.ts';

export const SECTIONS = 100;
export const FIELDS = 10;

/** About a megabyte: a group of fields for each section, and a remark that makes up the weight. */
export function makeData(version = 1): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({length: SECTIONS}, (_, section) => [
      `group_${section}`,
      {
        ...Object.fromEntries(
          Array.from({length: FIELDS}, (_, field) => [
            `field_${field}`,
            `value ${section}-${field} of ${version}`,
          ]),
        ),
        remark: 'x'.repeat(10_000),
      },
    ]),
  );
}

export const sections = Array.from({length: SECTIONS}, (_, section) => ({
  type: 'key-value-list' as const,
  title: `Group ${section}`,
  items: Array.from({length: FIELDS}, (_, field) => ({
    label: `Field ${field}`,
    value: `{{group_${section}.field_${field}}}`,
  })),
})) satisfies Section[];

export const template: Template = {version: 1, type: 'simple', sections};
