/** On a server there are no elements, but importing a class of ours must not fail there. */
export const HostElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
