/**
 * While a modal dialog of the page is open, nothing outside it can be used, not even in the top layer (HTML, inertness).
 * So the inbox moves into the dialog while it is open there. Loaded where a page has such a dialog open.
 */

/** The dialog that is above all others. */
const findDialog = () => [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1);

interface Opening extends HTMLElement {
  open: boolean;
}

/** Moves the panel into the dialog, and back when either of them closes. */
export function moveInside(panel: Opening): void {
  const dialog = findDialog();
  const {parentNode: home, nextSibling: before} = panel;
  // It may have been closed while this file was loaded.
  if (!dialog || !home || !panel.open || dialog.contains(panel)) return;
  const ending = new AbortController();
  const {signal} = ending;
  const moveBack = () => {
    ending.abort();
    panel.open = false;
    if (!panel.isConnected || panel.parentNode !== dialog) return;
    home.insertBefore(panel, before?.parentNode === home ? before : null);
  };
  dialog.append(panel);
  dialog.addEventListener('close', (event) => event.target === dialog && moveBack(), {signal});
  panel.addEventListener('app-inbox-close', moveBack, {signal});
}
