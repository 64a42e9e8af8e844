<?php
$base = getenv('BASE_URL') ?: 'http://127.0.0.1:' . (getenv('PORT') ?: '8000');
$context = stream_context_create(['http' => ['ignore_errors' => true, 'timeout' => 5]]);
$count = 0;
$failed = 0;

function same(string $id, string $title, string $query, string $wanted): void
{
    global $base, $context, $count, $failed;
    $got = trim((string) @file_get_contents("$base/convert?$query", false, $context));
    $count++;
    if ($got === $wanted) {
        echo "ok $count - $id $title\n";
        return;
    }
    $failed++;
    echo "not ok $count - $id $title\n  ---\n  message: 'expected $wanted, but got $got'\n  ...\n";
}

same('metres_to_centimetres', 'a metre has a hundred centimetres', 'value=1&from=m&to=cm', '{"value":100}');
same('two_decimals', 'the answer is rounded', 'value=1&from=mi&to=km', '{"value":1.61}');
same('unknown_unit', 'an unknown unit is refused', 'value=1&from=ell&to=m', '{"error":"unknown unit"}');
echo "1..$count\n";
exit($failed > 0 ? 1 : 0);
