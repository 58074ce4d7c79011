export { pictureTypeOf } from '@bureau/platform';
