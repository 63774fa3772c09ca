export { compared, type Piece } from './compared.js';
export { wordsInCommon } from './words.js';
