/* The page of components, on its own: nobody needs it to answer a customer. */
export { UiDemo } from '@bureau/ui/demo';
