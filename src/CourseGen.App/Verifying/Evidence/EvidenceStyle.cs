namespace CourseGen.App.Verifying;

/// <summary>The look of the evidence page: a few design tokens, and the rules that use them.</summary>
internal static class EvidenceStyle
{
    public static readonly Html Sheet = new(
        """

        :root {
          --paper: #fcfbf9; --card: #ffffff; --ink: #22262b; --soft: #5d6670; --line: #e3e0da;
          --good: #1d6b43; --good-back: #dff0e5; --caught: #44546a; --caught-back: #f0f3f7; --caught-line: #d3dbe6;
          --bad: #a3261c; --bad-back: #fbe6e3; --code-back: #f1efea;
          --step: .5rem; --round: .4rem;
          --text: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
          --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #15181c; --card: #1c2025; --ink: #e6e8ea; --soft: #9aa4af; --line: #2e343b;
            --good: #8fd6ac; --good-back: #1d3a2a; --caught: #b4c2d6; --caught-back: #1b2027; --caught-line: #36414f;
            --bad: #ffb4a8; --bad-back: #4a1f1b; --code-back: #262b32;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 var(--text); }
        main { max-width: 68rem; margin: 0 auto; padding: calc(var(--step) * 6) calc(var(--step) * 3) calc(var(--step) * 10); }
        h1, h2, h3 { line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
        h1 { font-size: 2.1rem; margin: 0 0 calc(var(--step) * 2.5); }
        h2 { font-size: 1.3rem; margin: 0 0 var(--step); }
        h3 { font-size: 1rem; margin: calc(var(--step) * 3) 0 var(--step); }
        p { margin: 0 0 var(--step); }
        section { margin-top: calc(var(--step) * 7); }
        p, td, th, li, dd, pre, code { unicode-bidi: isolate; }
        p, td, th, li, dd, code { overflow-wrap: anywhere; }
        code { font: .86em/1.4 var(--mono); background: var(--code-back); padding: .1em .35em; border-radius: .25em; }
        small { display: block; color: var(--soft); font-size: .8rem; font-weight: 400; }
        a { color: inherit; }
        :focus-visible { outline: 2px solid var(--caught); outline-offset: 2px; }
        .eyebrow { color: var(--soft); font-size: .85rem; margin-bottom: calc(var(--step) / 2); }
        .lead, .summary, .muted { color: var(--soft); }
        .lead, .summary { max-width: 52rem; }
        .verdict { display: flex; gap: calc(var(--step) * 2); align-items: center; font-size: 1.1rem;
          padding: calc(var(--step) * 2) calc(var(--step) * 2.5); border-radius: var(--round); margin-bottom: calc(var(--step) * 2); }
        .verdict.good { background: var(--good-back); color: var(--good); }
        .verdict.bad { background: var(--bad-back); color: var(--bad); }
        .seal { flex: none; width: 2.2rem; height: 2.2rem; border: 2px solid; border-radius: 50%; display: grid; place-items: center; font-weight: 700; }
        .findings { list-style: none; margin: calc(var(--step) * 2) 0 0; padding: 0; display: grid; gap: calc(var(--step) * 2); }
        .finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: var(--round);
          padding: calc(var(--step) * 2) calc(var(--step) * 2.5); }
        .tags { display: flex; flex-wrap: wrap; gap: calc(var(--step) * 2); align-items: baseline; font-size: .85rem; color: var(--soft); }
        .tags b { color: var(--ink); font-weight: 600; }
        .code { color: var(--bad); background: var(--bad-back); }
        .message { font-size: 1.05rem; }
        .checks { font-size: .9rem; color: var(--soft); }
        .checks code { color: var(--ink); }
        details { margin-top: calc(var(--step) * 1.5); }
        summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
        pre { margin: var(--step) 0 0; padding: calc(var(--step) * 1.5); max-height: 15rem; overflow: auto; white-space: pre;
          font: .82rem/1.5 var(--mono); background: var(--code-back); border-radius: var(--round); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        caption { text-align: left; padding: 0 0 var(--step); color: var(--soft); font-size: .85rem; }
        th { text-align: left; font-weight: 600; vertical-align: top; }
        .matrix th, .matrix td { padding: .15rem; }
        .matrix thead th { padding: .15rem .3rem; vertical-align: bottom; font-size: .85rem; }
        .matrix .deliverable { border-bottom: 2px solid var(--line); }
        .matrix thead tr:last-child th { font-weight: 400; color: var(--soft); }
        .matrix tbody th[scope=row] { font-weight: 400; white-space: nowrap; vertical-align: middle; padding: .15rem .8rem .15rem 0; }
        .matrix tbody th code { background: none; padding: 0; }
        .matrix .group th { padding: calc(var(--step) * 2) 0 .3rem; }
        .matrix .group span { font-weight: 400; color: var(--soft); margin-left: .5em; }
        .matrix td { min-width: 5rem; }
        .matrix thead th:first-child { padding-left: 0; }
        .cell { display: block; padding: .2rem .5rem; border: 1px solid transparent; border-radius: .25rem; text-align: center;
          font-variant-numeric: tabular-nums; }
        .cell.passed { background: var(--good-back); color: var(--good); }
        .cell.failed { color: var(--caught); border-color: var(--caught-line);
          background: repeating-linear-gradient(135deg, var(--caught-back) 0 5px, transparent 5px 10px); }
        .cell.trouble { background: var(--bad-back); color: var(--bad); border: 2px solid; font-weight: 650; }
        .cell small { color: inherit; font-size: .75rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; list-style: none; margin: calc(var(--step) * 2) 0; padding: 0;
          font-size: .88rem; color: var(--soft); }
        .legend li { display: flex; gap: .5rem; align-items: center; }
        .plain th, .plain td { padding: .5rem .8rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        .plain thead th { font-weight: 400; color: var(--soft); font-size: .85rem; padding-bottom: .25rem; }
        .plain tbody th { font-weight: 400; }
        .plain td code { display: inline-block; margin: 0 .3rem .25rem 0; }
        .promises { margin-top: calc(var(--step) * 3); table-layout: fixed; }
        .promises caption { color: var(--ink); font-size: 1rem; font-weight: 600; }
        .promises caption small { display: inline; margin-left: .4em; }
        .promises th:first-child { width: 38%; }
        .unseen { color: var(--bad); font-weight: 600; }
        .limits { max-width: 46rem; margin-top: calc(var(--step) * 2); }
        .limits td { white-space: nowrap; }
        .limits .wide { width: 45%; vertical-align: middle; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .bar { position: relative; display: block; height: .6rem; border-radius: .3rem; background: var(--caught-line); overflow: hidden; }
        .bar > span { display: block; height: 100%; background: var(--caught); border-radius: .3rem; }
        .bar.over > span { background: var(--bad); }
        .bar::after { content: ""; position: absolute; inset: 0 auto 0 50%; border-left: 2px solid var(--paper); }
        .phases { display: flex; gap: calc(var(--step) * 3); color: var(--soft); font-size: .9rem; margin-top: calc(var(--step) * 2); }
        .phases b { color: var(--ink); font-weight: 600; }
        .fates { display: flex; gap: 2px; margin-top: calc(var(--step) * 2); border-radius: var(--round); overflow: hidden; font-size: .85rem; font-weight: 600; }
        .fates > span { flex-basis: 1.6rem; padding: .25rem .5rem; }
        .fate { width: 1.1rem; height: 1.1rem; border-radius: .25rem; }
        .killed { background: var(--good-back); color: var(--good); }
        .survived { background: var(--bad-back); color: var(--bad); }
        .acknowledged > summary { color: var(--soft); }
        .fates .acknowledged, .fate.acknowledged { background: var(--caught-line); color: var(--ink); }
        .stillborn { color: var(--caught); background: repeating-linear-gradient(135deg, var(--caught-line) 0 5px, var(--caught-back) 5px 10px); }
        .mutant summary { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; }
        .mutant summary code { color: var(--ink); }
        .mutant .tag { color: var(--ink); }
        pre ins { color: var(--good); background: var(--good-back); text-decoration: none; }
        pre del { color: var(--bad); background: var(--bad-back); text-decoration: none; }
        pre .at { color: var(--soft); }
        dl { display: grid; gap: .4rem; margin: calc(var(--step) * 2) 0 0; }
        dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; }
        dt { color: var(--soft); }
        dd { margin: 0; }
        .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media (max-width: 40rem) {
          dl > div { grid-template-columns: 1fr; gap: 0; }
          h1 { font-size: 1.6rem; }
        }
        @media print {
          :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --good: #1d6b43; --good-back: #e6f3ea;
            --caught: #333; --caught-back: #eee; --caught-line: #bbb; --bad: #a3261c; --bad-back: #fbe6e3; --code-back: #f4f4f4; }
          body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; }
          section { margin-top: 1.6rem; }
          .finding, tr { break-inside: avoid; }
          h2, h3, .group, caption { break-after: avoid; }
          pre { max-height: none; white-space: pre-wrap; }
          .scroll { overflow: visible; }
          .matrix { font-size: .8rem; }
          .matrix td { min-width: 0; }
          .catches { display: none; }
          .findings details::details-content { content-visibility: visible; height: auto; }
        }

        """);
}
