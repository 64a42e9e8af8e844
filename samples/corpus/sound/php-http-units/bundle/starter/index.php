<?php
// HTTP around src/convert.php; you need not change it.
require __DIR__ . '/src/convert.php';

ini_set('serialize_precision', '-1');
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
[$status, $answer] = match ($path) {
    '/health' => [200, ['status' => 'up']],
    '/convert' => convert($_GET['value'] ?? '', $_GET['from'] ?? '', $_GET['to'] ?? ''),
    default => [404, ['error' => 'no such page']],
};
http_response_code($status);
header('Content-Type: application/json');
echo json_encode($answer), "\n";
