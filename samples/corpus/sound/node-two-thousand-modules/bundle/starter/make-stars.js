'use strict';

// Makes the two thousand modules of the catalogue in node_modules. The numbers are made up, and always the same.
const fs = require('fs');

for (let number = 1; number <= 2000; number += 1) {
  const name = String(number).padStart(4, '0');
  const star = { number, name: `S${name}`, magnitude: ((37 * number) % 700) / 100, declination: ((53 * number) % 181) - 90 };
  fs.mkdirSync(`node_modules/star-${name}`, { recursive: true });
  fs.writeFileSync(`node_modules/star-${name}/index.js`, `module.exports = ${JSON.stringify(star)};\n`);
}
