import {html, nothing, type TemplateResult} from 'lit/html.js';
import {renderIcon} from '../icons/icon.ts';
import type {ButtonNode, ViewNode} from '../templates/nodes.ts';
import {words} from '../templates/words.ts';
import {renderLink, renderPairValue, renderValue} from './values.ts';
import type {ViewState} from './view-state.ts';

export interface NodeView {
  state: ViewState;
  /** How high the next headings are: the card's own heading is one above. */
  level: number;
  /** Shows markup that runs only in a frame of its own. Without it, a notice stands there. */
  renderHtml?: (html: string, key: string) => unknown;
}

type NodeOf<K extends ViewNode['kind']> = Extract<ViewNode, {kind: K}>;
type Limited = NodeOf<'list' | 'table' | 'repeat'>;

/** View nodes as they are on screen: texts and checked links alone, so that nothing of the data is ever markup. */
export function renderNodes(nodes: readonly ViewNode[], view: NodeView): TemplateResult[] {
  return nodes.map((node) => renderNode(node, view));
}

/** More parts than fit on a screen: those out of sight are laid out and painted when somebody comes to them. */
const MANY = 20;

/** View nodes one below the other. */
export const renderParts = (nodes: readonly ViewNode[], view: NodeView): TemplateResult =>
  html`<div class=${nodes.length > MANY ? 'parts many' : 'parts'}>${renderNodes(nodes, view)}</div>`;

function renderNode(node: ViewNode, view: NodeView): TemplateResult {
  switch (node.kind) {
    case 'separator':
      return html`<hr />`;
    case 'notice':
      return renderNotice(node.text);
    case 'html':
      return html`${view.renderHtml?.(node.html, node.key) ?? renderNotice(words.unknownPart('html'))}`;
    case 'group':
      return renderTitled(node, view, (inner) => renderGroup(node, inner));
    case 'pairs':
      return renderTitled(node, view, () => renderPairs(node));
    case 'list':
      return renderTitled(node, view, () => renderList(node, view));
    case 'table':
      return renderTitled(node, view, () => renderTable(node, view));
    case 'text':
      return renderTitled(node, view, () => renderText(node, view));
    case 'buttons':
      return renderTitled(
        node,
        view,
        () => html`<div class="buttons">${node.buttons.map(renderButton)}</div>`,
      );
    case 'repeat':
      return renderTitled(node, view, (inner) => renderRepeat(node, inner, view.state));
  }
}

const renderNotice = (text: string) => html`<p class="notice">${text}</p>`;

export const renderHeading = (level: number, content: unknown): TemplateResult =>
  html`<div class="heading" role="heading" aria-level=${Math.min(level, 6)}>${content}</div>`;

function renderTitled(
  node: Exclude<ViewNode, {kind: 'separator' | 'notice' | 'html'}>,
  view: NodeView,
  renderContent: (inner: NodeView) => TemplateResult,
): TemplateResult {
  const kind = node.kind === 'group' && node.isCard ? 'card' : node.kind;
  if (!node.title) return html`<section class="part ${kind}">${renderContent(view)}</section>`;
  const title = html`${renderIcon(node.icon)}<span>${node.title}</span>`;
  const inner = {...view, level: view.level + 1};
  if (!node.fold)
    return html`<section class="part ${kind}">
      ${renderHeading(view.level, title)}${renderContent(inner)}
    </section>`;
  return html`<details class="part ${kind}" ?open=${node.fold === 'open'}>
    <summary>${renderHeading(view.level, title)}</summary>
    <div class="folded">${renderContent(inner)}</div>
  </details>`;
}

const renderGroup = (node: NodeOf<'group'>, view: NodeView) => html`
  ${node.description ? html`<p class="description">${node.description}</p>` : nothing}
  ${renderParts(node.nodes, view)}
`;

const renderPairs = ({layout, rows}: NodeOf<'pairs'>) =>
  html`<dl class=${layout}>
    ${rows.map(
      (row) =>
        html`<div class=${row.label ? 'pair' : 'pair bare'}>
          <dt>${row.icon ? html`${renderIcon(row.icon)}<span>${row.label}</span>` : row.label}</dt>
          <dd dir="auto">${renderPairValue(row)}</dd>
        </div>`,
    )}
  </dl>`;

function renderText({text, style, tone}: NodeOf<'text'>, view: NodeView): TemplateResult {
  if (style === 'heading') return renderHeading(view.level, text);
  if (style === 'code') return html`<pre class="code" tabindex="0">${text}</pre>`;
  return html`<p class="text ${style} ${tone ?? ''}" dir="auto">${text}</p>`;
}

/** An address that may not be followed makes no button: a dead one would promise what it cannot keep. */
function renderButton({label, url, style, icon}: ButtonNode): TemplateResult {
  const content = html`${renderIcon(icon)}<span>${label}</span>`;
  if (!url) return html`<span class="no-link">${content}</span>`;
  return renderLink(url, content, style === 'link' ? 'text-button' : `button ${style}`);
}

/** The entries that are shown now, and the button for the others. */
function cut<T>(node: Limited, entries: readonly T[], state: ViewState) {
  const isWhole = state.isWhole(node.key);
  const rest = entries.length - node.limit;
  return {
    shown: isWhole ? entries : entries.slice(0, node.limit),
    more: html`${
      rest > 0
        ? html`<button
            type="button"
            class="text-button more"
            aria-expanded=${isWhole}
            @click=${() => state.toggle(node.key)}
          >
            ${isWhole ? words.showFewer : words.showMore(rest)}
          </button>`
        : nothing
    }${node.hidden && (isWhole || rest <= 0) ? renderNotice(words.beyond(node.hidden)) : nothing}`,
  };
}

const renderEmpty = ({empty}: Limited) => html`<p class="empty">${empty}</p>`;

function renderList(node: NodeOf<'list'>, {state}: NodeView): TemplateResult {
  if (node.items.length === 0) return renderEmpty(node);
  const {shown, more} = cut(node, node.items, state);
  const items = shown.map(
    (item) =>
      html`<li dir="auto">
        ${renderIcon(item.icon)}${item.label ? html`<span class="label">${item.label}</span> ` : nothing}
        <span class="value">${renderPairValue(item)}</span>
      </li>`,
  );
  return html`${
    node.isOrdered
      ? html`<ol class="entries">
          ${items}
        </ol>`
      : html`<ul class="entries">
          ${items}
        </ul>`
  }${more}`;
}

/** In a narrow place, rows become stacks: each cell then says its heading itself. */
function renderTable(node: NodeOf<'table'>, {state}: NodeView): TemplateResult {
  if (node.rows.length === 0) return renderEmpty(node);
  const {shown, more} = cut(node, node.rows, state);
  const {headers} = node;
  return html`<div class="table-box">
      <table class=${headers.length > 3 ? 'wide' : ''}>
        ${
          node.caption
            ? html`<caption>
                ${node.caption}
              </caption>`
            : nothing
        }
        ${
          headers.some(({text}) => text)
            ? html`<thead>
                <tr>
                  ${headers.map(({text, align}) => html`<th scope="col" class=${align}>${text}</th>`)}
                </tr>
              </thead>`
            : nothing
        }
        <tbody>
          ${shown.map(
            (row) =>
              html`<tr>
                ${row.map(
                  (cell, index) =>
                    html`<td
                      dir="auto"
                      class=${headers[index]?.align ?? 'start'}
                      data-header=${headers[index]?.text ?? ''}
                    >
                      ${renderValue(cell)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${more}`;
}

function renderRepeat(node: NodeOf<'repeat'>, view: NodeView, state: ViewState): TemplateResult {
  if (node.items.length === 0) return renderEmpty(node);
  const {shown, more} = cut(node, node.items, state);
  const inner = {...view, level: view.level + 1};
  return html`<div class="repeated ${node.layout}">
      ${shown.map(({title, nodes, isOpen, icon}, index) => {
        const parts = renderParts(nodes, inner);
        if (node.layout === 'accordion')
          return html`<details class="entry" ?open=${isOpen === true}>
            <summary>
              ${renderHeading(
                view.level,
                html`${renderIcon(icon)}<span dir="auto">${title || words.entry(index + 1)}</span>`,
              )}
            </summary>
            <div class="folded">${parts}</div>
          </details>`;
        return html`<div class="entry">
          ${title ? renderHeading(view.level, html`<span dir="auto">${title}</span>`) : nothing}${parts}
        </div>`;
      })}
    </div>
    ${more}`;
}
