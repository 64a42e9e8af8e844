<?php
$cases = '';
$failed = 0;

/** Asks for each query, and wants the status with the text behind it. */
function check(string $id, array $answers): void
{
    global $cases, $failed;
    $problem = '';
    foreach ($answers as $query => $wanted) {
        $context = stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 5]]);
        $body = @file_get_contents(getenv('BASE_URL') . "/convert?$query", false, $context);
        $got = substr($http_response_header[0] ?? 'no status at all', 9, 3) . ' ' . trim((string) $body);
        if ($got !== $wanted && $problem === '') {
            $message = htmlspecialchars("$query has to be $wanted, but was $got", ENT_XML1 | ENT_QUOTES | ENT_SUBSTITUTE);
            $problem = "<failure message=\"$message\"/>";
            $failed++;
        }
    }
    $cases .= "<testcase name=\"$id\">$problem</testcase>\n";
}

$bad = '400 {"error":"bad value"}';
$unknown = '400 {"error":"unknown unit"}';
$different = '400 {"error":"different kinds"}';
check('every_length', [
    'value=3&from=m&to=mm' => '200 {"value":3000}',
    'value=250&from=mm&to=cm' => '200 {"value":25}',
    'value=42&from=km&to=m' => '200 {"value":42000}',
    'value=1000&from=mi&to=mm' => '200 {"value":1609344000}',
]);
check('every_weight', [
    'value=1500&from=kg&to=t' => '200 {"value":1.5}',
    'value=2&from=t&to=g' => '200 {"value":2000000}',
    'value=2500&from=g&to=kg' => '200 {"value":2.5}',
    'value=1&from=kg&to=g' => '200 {"value":1000}',
]);
check('same_unit', ['value=12.5&from=kg&to=kg' => '200 {"value":12.5}', 'value=0&from=m&to=km' => '200 {"value":0}']);
check('negative_value', ['value=-1.005&from=km&to=m' => '200 {"value":-1005}', 'value=-1.234&from=m&to=m' => '200 {"value":-1.23}']);
check('rounds_up', ['value=1.237&from=m&to=m' => '200 {"value":1.24}']);
check('bad_values', [
    'value=five&from=m&to=cm' => $bad,
    'value=5x&from=m&to=cm' => $bad,
    'value=%2B5&from=m&to=cm' => $bad,
    'value=1e3&from=m&to=cm' => $bad,
    'value=.5&from=m&to=cm' => $bad,
    'value=5.&from=m&to=cm' => $bad,
    'value=--5&from=m&to=cm' => $bad,
    'value=five&from=ell&to=kg' => $bad,
]);
check('missing_words', ['from=m&to=cm' => $bad, 'value=5&to=cm' => $unknown, 'value=5&from=m' => $unknown]);
check('unknown_target', ['value=5&from=m&to=ell' => $unknown, 'value=5&from=M&to=m' => $unknown]);
check('different_kinds', ['value=5&from=m&to=kg' => $different, 'value=5&from=g&to=mm' => $different, 'value=5&from=mi&to=t' => $different, 'value=5&from=km&to=g' => $different, 'value=5&from=cm&to=g' => $different]);
file_put_contents(getenv('COURSEGEN_REPORT'), "<testsuite>\n$cases</testsuite>\n");
exit($failed > 0 ? 1 : 0);
