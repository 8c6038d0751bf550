// The first import of `@theia/core/lib/browser` in Node needs this DOM class to exist.
global.DragEvent = class DragEvent { };
