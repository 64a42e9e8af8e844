<?php

/** The status, and an array that becomes JSON: ['value' => number] or ['error' => reason]. */
function convert(string $value, string $from, string $to): array
{
    return [501, ['error' => 'not written yet']];
}
