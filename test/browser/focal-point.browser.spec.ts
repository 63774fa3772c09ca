/** Walks of a focal point with a phone, in this order: what an earlier one handed in is due no longer. */
import './update-form.walk.js';
import './update-offline.walk.js';
import './update-interrupted.walk.js';
import './update-keyboard.walk.js';
