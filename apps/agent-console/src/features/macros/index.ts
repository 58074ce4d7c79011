export { MacroButton } from './macro-button.tsx';
