const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

/** WebKitGTK under its driver: the window has never the focus, so that no element is told of it. */
export const isNeverFocused = isWebKit && !document.hasFocus();
