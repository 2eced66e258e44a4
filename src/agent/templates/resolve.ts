import type {ViewNode} from './nodes.ts';
import {isObject, Resolver} from './resolver.ts';
import {Frame, settle, type Scope} from './scope.ts';
import {resolveSections} from './sections.ts';
import {VERSION, type Template} from './template.ts';
import {words} from './words.ts';

/**
 * What a template shows of the data: pure, and safe with any template and any data. It throws at nothing, runs nothing,
 * and looks at own properties alone; how much it does is limited.
 *
 * @param template from people, so of any shape; a newer version's gives a notice
 * @param data a system's answer, parsed
 * @param scope what else variables may name, and how values are written
 */
export function resolve(template: unknown, data: unknown, scope: Scope = {}): ViewNode[] {
  const resolver = new Resolver(scope.onWarning);
  const notice = (text: string): ViewNode[] => [{kind: 'notice', key: 'notice', text}];
  if (!isObject(template)) return notice(words.unreadable);
  const {version = VERSION} = template;
  if (version !== VERSION) {
    resolver.warn('newer-version', 'version', String(version).slice(0, 20));
    return notice(typeof version === 'number' && version > VERSION ? words.newer : words.unreadable);
  }
  const frame = new Frame(data, settle(scope, template.defaults as Template['defaults']));
  const nodes = resolveSections(resolver, template.sections, frame, {at: '', key: '', depth: 0});
  if (resolver.budget.isSpent) {
    resolver.warn('limit', '', 'there is more than can be shown');
    nodes.push({kind: 'notice', key: 'limit', text: words.tooLarge});
  }
  const title = resolver.text(template.title, frame, 'title');
  const description = resolver.text(template.description, frame, 'description');
  const icon = typeof template.icon === 'string' ? template.icon : '';
  if (template.type !== 'card' && !title && !description) return nodes;
  return [
    {
      kind: 'group',
      key: 'card',
      isCard: template.type === 'card',
      ...(title && {title}),
      ...(description && {description}),
      ...(icon && {icon}),
      nodes,
    },
  ];
}
