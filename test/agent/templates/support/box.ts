/** Prints view nodes as the documentation of contact integrations prints a card: a box of text. */
import type {PairNode, ValueNode, ViewNode} from '../../../../src/agent/templates/nodes.ts';

const valueText = (value: ValueNode): string =>
  value.kind === 'badge' ? `[${value.text}]` : value.kind === 'tags' ? value.tags.join(', ') : value.text;

const pairText = ({label, value, badge}: PairNode) =>
  [label, valueText(value), badge ? valueText(badge) : ''].filter(Boolean).join(' ');

/** The lines of nodes, top to bottom. */
export function linesOf(nodes: readonly ViewNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    const title = 'title' in node && node.title ? [node.title] : [];
    switch (node.kind) {
      case 'pairs':
        return [...title, ...node.rows.map(pairText)];
      case 'list':
        return [...title, ...(node.items.length ? node.items.map(pairText) : [node.empty ?? ''])];
      case 'table':
        return [
          ...title,
          node.headers.map(({text}) => text).join(' | '),
          ...node.rows.map((row) => row.map(valueText).join(' | ')),
        ];
      case 'text':
      case 'notice':
        return [...title, node.text];
      case 'buttons':
        return [...title, ...node.buttons.map(({label, url}) => `${label} -> ${url ?? 'nowhere'}`)];
      case 'separator':
        return ['─'.repeat(38)];
      case 'group':
        return [...title, ...linesOf(node.nodes)];
      case 'repeat':
        return node.items.length
          ? [...title, ...node.items.flatMap((item) => [item.title, ...linesOf(item.nodes)])]
          : [...title, node.empty ?? ''];
      case 'html':
        return ['(html)'];
    }
  });
}

/** One card, with its title in the frame. */
export function boxOf([card]: readonly ViewNode[]): string {
  if (card?.kind !== 'group') throw new Error('That is no card');
  const top = `┌─ ${card.title} `;
  return [
    `${top.padEnd(41, '─')}┐`,
    ...linesOf(card.nodes).map((line) => `│ ${line} │`),
    `└${'─'.repeat(40)}┘`,
  ].join('\n');
}
