/** CodeMirror, set up for JSON with variables. A chunk of its own: it comes when an editor is shown. */
import {autocompletion, closeBrackets, type CompletionContext} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {json, jsonParseLinter} from '@codemirror/lang-json';
import {bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting} from '@codemirror/language';
import {linter, type Diagnostic} from '@codemirror/lint';
import {Compartment, EditorState} from '@codemirror/state';
import {Decoration, EditorView, keymap, lineNumbers, MatchDecorator, ViewPlugin} from '@codemirror/view';
import {tags} from '@lezer/highlight';
import {words} from './words.ts';

export interface EditorVariable {
  name: string;
  description?: string;
  sample?: string;
}
export interface CodeEditorOptions {
  parent: HTMLElement;
  /** Styles go there, as sheets: no policy is in their way. */
  root: ShadowRoot;
  value: string;
  label: string;
  /** Asked at each key: the known ones may come later. */
  getVariables: () => readonly EditorVariable[];
  onChange: (value: string) => void;
}
export interface CodeEditor {
  value: string;
  setReadOnly(isReadOnly: boolean): void;
  focus(): void;
  destroy(): void;
}

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

const look = EditorView.theme({
  '&': {fontSize: '13px', backgroundColor: 'var(--_surface)', color: 'var(--_text)'},
  '&.cm-focused': {outline: 'none'},
  '.cm-scroller': {fontFamily: "ui-monospace, 'Cascadia Mono', Menlo, monospace", lineHeight: '20px'},
  '.cm-content': {caretColor: 'var(--_text)', padding: '8px 0', minHeight: '120px'},
  '.cm-gutters': {backgroundColor: 'transparent', color: 'var(--_muted)', border: 'none'},
  '.cm-cursor': {borderLeftColor: 'var(--_text)'},
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--_accent) 25%, transparent) !important',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--_surface)',
    color: 'var(--_text)',
    border: '1px solid var(--_line)',
    borderRadius: '8px',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--_accent)',
    color: 'var(--_on-accent)',
  },
  '.cm-variable': {
    borderRadius: '4px',
    backgroundColor: 'color-mix(in srgb, var(--_accent) 16%, transparent)',
  },
});

const colors = HighlightStyle.define([
  {tag: tags.propertyName, color: 'var(--_link)'},
  {tag: tags.string, color: 'light-dark(#0a6b3d, #6fd3a0)'},
  {tag: [tags.number, tags.bool, tags.null], color: 'light-dark(#9a4b00, #ffb877)'},
]);

const variables = new MatchDecorator({regexp: VARIABLE, decoration: Decoration.mark({class: 'cm-variable'})});
const marks = ViewPlugin.define(
  (view) => ({
    decorations: variables.createDeco(view),
    update(update) {
      this.decorations = variables.updateDeco(update, this.decorations);
    },
  }),
  {decorations: (plugin) => plugin.decorations},
);

const completion = (getVariables: CodeEditorOptions['getVariables']) => (context: CompletionContext) => {
  const begun = context.matchBefore(/\{\{\s*[\w.]*/);
  if (!begun) return null;
  return {
    from: begun.from,
    options: getVariables().map(({name, description, sample}) => ({
      label: `{{${name}}}`,
      detail: sample,
      info: description,
    })),
    validFor: /^\{\{\s*[\w.]*$/,
  };
};

const unknownVariables =
  (getVariables: CodeEditorOptions['getVariables']) =>
  ({state}: EditorView): Diagnostic[] => {
    const known = new Set(getVariables().map(({name}) => name));
    if (known.size === 0) return [];
    return [...state.doc.toString().matchAll(VARIABLE)]
      .filter(([, name]) => !known.has(name!))
      .map(({0: match, 1: name, index}) => ({
        from: index,
        to: index + match.length,
        severity: 'warning',
        message: words.unknown(name!),
      }));
  };

export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const {parent, root, label, getVariables, onChange} = options;
  const readOnly = new Compartment();
  const isOff = (isReadOnly: boolean) => [
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
  ];
  const syntax = jsonParseLinter();
  let isOwn = false;
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        lineNumbers(),
        history(),
        json(),
        marks,
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({override: [completion(getVariables)]}),
        linter((view) => (view.state.doc.toString().trim() ? syntax(view) : [])),
        linter(unknownVariables(getVariables)),
        syntaxHighlighting(colors),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({'aria-label': label}),
        readOnly.of([]),
        // Tab leaves the editor, as it leaves every field.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(({docChanged, state}) => {
          if (docChanged && !isOwn) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get value() {
      return view.state.doc.toString();
    },
    set value(text) {
      if (text === view.state.doc.toString()) return;
      isOwn = true;
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}});
      isOwn = false;
    },
    setReadOnly: (isReadOnly) => view.dispatch({effects: readOnly.reconfigure(isOff(isReadOnly))}),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
