<?php

const LENGTHS = ['mm' => 1, 'cm' => 10, 'm' => 1000, 'km' => 1000000, 'mi' => 1609344];
const WEIGHTS = ['g' => 1, 'kg' => 1000, 't' => 1000000];

/** The status, and an array that becomes JSON: ['value' => number] or ['error' => reason]. */
function convert(string $value, string $from, string $to): array
{
    if (!preg_match('/^-?\d+(\.\d+)?$/D', $value)) {
        return [400, ['error' => 'bad value']];
    }
    $units = LENGTHS + WEIGHTS;
    if (!isset($units[$from], $units[$to])) {
        return [400, ['error' => 'unknown unit']];
    }
    if (isset(LENGTHS[$from]) !== isset(LENGTHS[$to])) {
        return [400, ['error' => 'different kinds']];
    }
    return [200, ['value' => round((float) $value * $units[$from] / $units[$to], 2)]];
}
