/** CodeMirror, set up for JSON with variables. A chunk of its own: it comes when an editor is shown. */
// As whole modules: these packages are optional, and bundlers refuse single names of a package that is not installed.
import * as autocomplete from '@codemirror/autocomplete';
import * as commands from '@codemirror/commands';
import * as langJson from '@codemirror/lang-json';
import * as language from '@codemirror/language';
import * as lint from '@codemirror/lint';
import * as cmState from '@codemirror/state';
import * as cmView from '@codemirror/view';
import * as highlight from '@lezer/highlight';
import {isKnown, typingAt} from '../variables/variable-text.ts';
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

const look = cmView.EditorView.theme({
  '&': {
    maxHeight: 'min(640px, 75vh)',
    fontSize: '13px',
    backgroundColor: 'var(--_surface)',
    color: 'var(--_text)',
  },
  '&.cm-focused': {outline: 'none'},
  '.cm-scroller': {
    overflow: 'auto',
    fontFamily: "ui-monospace, 'Cascadia Mono', Menlo, monospace",
    lineHeight: '20px',
  },
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

const colors = language.HighlightStyle.define([
  {tag: highlight.tags.propertyName, color: 'var(--_link)'},
  {tag: highlight.tags.string, color: 'light-dark(#0a6b3d, #6fd3a0)'},
  {
    tag: [highlight.tags.number, highlight.tags.bool, highlight.tags.null],
    color: 'light-dark(#9a4b00, #ffb877)',
  },
]);

const variables = new cmView.MatchDecorator({
  regexp: VARIABLE,
  decoration: cmView.Decoration.mark({class: 'cm-variable'}),
});
const marks = cmView.ViewPlugin.define(
  (view) => ({
    decorations: variables.createDeco(view),
    update(update) {
      this.decorations = variables.updateDeco(update, this.decorations);
    },
  }),
  {decorations: (plugin) => plugin.decorations},
);

/** The variable that is being typed before this place of the document; undefined: none. */
function typingBefore({doc}: cmState.EditorState, place: number) {
  const {from, text} = doc.lineAt(place);
  const typing = typingAt(text, place - from);
  return typing && {from: from + typing.start, to: from + typing.end};
}

const completion =
  (getVariables: CodeEditorOptions['getVariables']) =>
  ({state, pos}: autocomplete.CompletionContext): autocomplete.CompletionResult | null => {
    const typing = typingBefore(state, pos);
    if (!typing) return null;
    return {
      from: typing.from,
      options: getVariables().map(({name, description, sample}) => ({
        label: `{{${name}}}`,
        detail: sample,
        info: description,
        apply(view, {label}, from, to) {
          // Closing braces may stand there already.
          const end = typingBefore(view.state, to)?.to ?? to;
          view.dispatch(autocomplete.insertCompletionText(view.state, label, from, end));
        },
      })),
      validFor: /^\{\{\s*[\w.-]*$/,
    };
  };

const unknownVariables =
  (getVariables: CodeEditorOptions['getVariables']) =>
  ({state}: cmView.EditorView): lint.Diagnostic[] => {
    const known = getVariables();
    if (known.length === 0) return [];
    return [...state.doc.toString().matchAll(VARIABLE)]
      .filter(([, name]) => !isKnown(name!, known))
      .map(({0: match, 1: name, index}) => ({
        from: index,
        to: index + match.length,
        severity: 'warning',
        message: words.unknown(name!),
      }));
  };

export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const {parent, root, label, getVariables, onChange} = options;
  const readOnly = new cmState.Compartment();
  const isOff = (isReadOnly: boolean) => [
    cmState.EditorState.readOnly.of(isReadOnly),
    cmView.EditorView.editable.of(!isReadOnly),
  ];
  const syntax = langJson.jsonParseLinter();
  let isOwn = false;
  const view = new cmView.EditorView({
    parent,
    root,
    state: cmState.EditorState.create({
      doc: options.value,
      extensions: [
        cmView.lineNumbers(),
        commands.history(),
        langJson.json(),
        marks,
        language.indentOnInput(),
        language.bracketMatching(),
        autocomplete.closeBrackets(),
        autocomplete.autocompletion({override: [completion(getVariables)]}),
        lint.linter((view) => (view.state.doc.toString().trim() ? syntax(view) : [])),
        lint.linter(unknownVariables(getVariables)),
        language.syntaxHighlighting(colors),
        look,
        cmView.EditorView.lineWrapping,
        cmView.EditorView.contentAttributes.of({'aria-label': label}),
        readOnly.of([]),
        // Tab leaves the editor, as it leaves every field.
        cmView.keymap.of([...commands.defaultKeymap, ...commands.historyKeymap]),
        cmView.EditorView.updateListener.of(({docChanged, state}) => {
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
