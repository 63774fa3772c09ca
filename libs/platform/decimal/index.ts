export { Fraction, parseDecimal, roundedDecimal, subtractDecimals, sumDecimals } from './fraction.js';
