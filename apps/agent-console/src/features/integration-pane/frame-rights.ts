/**
 * What a page in a frame may do (the `sandbox` of HTML): run, keep its own cookies, send its forms, open a window. It can
 * neither lead the console elsewhere nor speak in its dialogs; the desk refuses to frame pages of its own origin.
 */
export const FRAME_RIGHTS = 'allow-scripts allow-same-origin allow-forms allow-popups';
