import {Allowance} from './allowance.ts';
import {compileText} from './fill.ts';
import {Frame} from './frame.ts';
import {isObject, type Json} from './json.ts';
import type {ViewNode} from './nodes.ts';
import {Run} from './run.ts';
import {settle, type Scope} from './scope.ts';
import {compileSections} from './sections.ts';
import {VERSION, type Template} from './template.ts';
import {words} from './words.ts';

type Program = (data: unknown, scope: Scope) => ViewNode[];

/** Each template is compiled once, into functions that hold what it says: no code is made of texts. */
const programs = new WeakMap<object, Program>();

const notice = (text: string): ViewNode[] => [{kind: 'notice', key: 'notice', text}];

function compile(template: Json): Program {
  const {version = VERSION, type, defaults} = template;
  if (version !== VERSION) {
    const shown = notice(typeof version === 'number' && version > VERSION ? words.newer : words.unreadable);
    const detail = String(version).slice(0, 20);
    return (_, {onWarning}) => {
      onWarning?.({code: 'newer-version', at: 'version', detail});
      return shown;
    };
  }
  const allowance = new Allowance();
  const makeNodes = compileSections(template.sections, {at: '', depth: 0, allowance});
  const titleOf = compileText(template.title, 'title');
  const descriptionOf = compileText(template.description, 'description');
  const icon = typeof template.icon === 'string' ? template.icon : '';
  const isCard = type === 'card';
  return (data, scope) => {
    const run = new Run(settle(scope, defaults as Template['defaults']));
    const frame = new Frame(data);
    const nodes = makeNodes(run, frame, '');
    if (run.isSpent || allowance.isSpent) {
      run.warn('limit', '', 'there is more than can be shown');
      nodes.push({kind: 'notice', key: 'limit', text: words.tooLarge});
    }
    const title = titleOf(run, frame);
    const description = descriptionOf(run, frame);
    if (!isCard && !title && !description) return nodes;
    return [
      {
        kind: 'group',
        key: 'card',
        isCard,
        ...(title && {title}),
        ...(description && {description}),
        ...(icon && {icon}),
        nodes,
      },
    ];
  };
}

/**
 * What a template shows of the data: pure, and safe with any template and any data. It throws at nothing, runs nothing,
 * and looks at own properties alone; how much it does is limited.
 *
 * @param template from people, so of any shape; a newer version's gives a notice. It is read once: who changes one makes
 *   another, as the editor does
 * @param data a system's answer, parsed
 * @param scope what else variables may name, and how values are written
 */
export function resolve(template: unknown, data: unknown, scope: Scope = {}): ViewNode[] {
  if (!isObject(template)) return notice(words.unreadable);
  let program = programs.get(template);
  if (!program) {
    program = compile(template);
    programs.set(template, program);
  }
  return program(data, scope);
}
