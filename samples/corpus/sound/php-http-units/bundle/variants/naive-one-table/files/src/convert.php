<?php

const UNITS = ['mm' => 1, 'cm' => 10, 'm' => 1000, 'km' => 1000000, 'mi' => 1609344, 'g' => 1, 'kg' => 1000, 't' => 1000000];

/** The status, and an array that becomes JSON: ['value' => number] or ['error' => reason]. */
function convert(string $value, string $from, string $to): array
{
    if (!isset(UNITS[$from], UNITS[$to])) {
        return [400, ['error' => 'unknown unit']];
    }
    return [200, ['value' => round((float) $value * UNITS[$from] / UNITS[$to], 2)]];
}
