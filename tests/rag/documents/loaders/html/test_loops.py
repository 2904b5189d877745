"""Rows that stand in the code of a template."""

import pytest

from rag.documents.loaders.html.loops import with_loops_written_out
from rag.documents.loaders.html.php_values import NotLiteral, lists_in, literal
from tests.rag.documents.loaders.html.reading import text

LIST = "[ [1, 'Kios kecil', 'Rp9.000'], [2, \"Kios besar\", 'Rp15.000'], ]; // per hari"
HEAD = "<tr><th>No</th><th>Kios</th><th>Sewa</th></tr>"
READ = ["No: 1; Kios: Kios kecil; Sewa: Rp9.000", "No: 2; Kios: Kios besar; Sewa: Rp15.000"]


def table(loop: str, end: str, row: str) -> str:
    cells = "".join(f"<td>{cell}</td>" for cell in row.split())
    return f"<table>{HEAD}\n{loop}\n<tr>{cells}</tr>\n{end}\n</table>"


@pytest.mark.parametrize(
    "body",
    [
        f"\n@php\n$rows = {LIST}\n@endphp\n"
        + table("@foreach ($rows as $r)", "@endforeach", "{{$r[0]}} {{$r[1]}} {!!$r[2]!!}"),
        f"\n@php\n$rows = {LIST}\n@endphp\n"
        + table("@foreach ($rows as [$a, $b, $c])", "@endforeach", "{{$a}} {{$b}} {{$c}}"),
        f"<?php $rows = {LIST}\n?>"
        + table("<?php foreach ($rows as $i => $r): ?>", "<?php endforeach; ?>", "<?=$i+1?> <?=$r[1]?> <?=$r[2];?>"),
        table(
            "@forelse ([['n' => 'Kios kecil', 'h' => 'Rp9.000'], ['n' => 'Kios besar', 'h' => 'Rp15.000']] as $r)",
            "@endforelse",
            "{{$loop->iteration}} {{$r['n']}} {{$r['h']}}",
        ),
    ],
)
def test_a_loop_over_a_list_is_read_as_the_program_shows_it(body: str) -> None:
    assert text(body) == READ


def test_loops_within_loops() -> None:
    code = "\n@php\n$a = [['Pagi', ['Sapi', 'Ayam & itik']], ['Sore', ['Ikan']]];\n@endphp\n"
    loop = (
        "@foreach ($a as $x)\n<h3>{{ $x[0] }}</h3>\n@foreach ($x[1] as $y)\n<p>{{ $y }}</p>\n@endforeach\n@endforeach\n"
    )
    assert text(code + loop) == ["Pagi", "Sapi", "Ayam & itik", "Sore", "Ikan"]


@pytest.mark.parametrize(
    "page",
    [
        "@php $a = Kios::all(); @endphp @foreach ($a as $x) {{ $x }} @endforeach",
        "@php $a = ['b', kios()]; @endphp @foreach ($a as $x) {{ $x }} @endforeach",
        "@php $a = ['b']; $a[] = $c; @endphp @foreach ($a as $x) {{ $x }} @endforeach",
        "@php $a = ['b']; sort($a); @endphp @foreach ($a as $x) {{ $x }} @endforeach",
        "@php $a = ['b']; @endphp @foreach ($a as $x) @if ($x == 'c') {{ $x }} @endif @endforeach",
        "@php $a = ['b']; @endphp @foreach ($a as $x) {{ $x }}",
        "@php $a = ['b']; @endphp @foreach ($d as $x) {{ $x }} @endforeach",
    ],
)
def test_what_is_not_certain_is_left_as_it_is(page: str) -> None:
    assert with_loops_written_out(page) == page


def test_what_is_not_printed_of_an_entry_is_left() -> None:
    page = "@foreach (['b'] as $x){{ rupiah($x) }}@endforeach"
    assert with_loops_written_out(page) == "{{ rupiah($x) }}"


def test_values_are_those_that_the_code_writes_out() -> None:
    assert literal(r"array('a' => 1.5, 'it\'s', \"b\n\", [true, null, -2])".replace('\\"', '"')) == {
        "a": 1.5,
        0: "it's",
        1: "b\n",
        2: {0: True, 1: None, 2: -2},
    }
    for computed in ('"harga $x"', "['a' . 'b']", "1 + 2", "[f()]", "['a'"):
        with pytest.raises(NotLiteral):
            literal(computed)
    assert lists_in("<p>$a = ['b'];</p>") == {}


def test_a_page_does_not_grow_without_bound() -> None:
    loop = "@foreach (['" + "x" * 2000 + "','" + "y" * 2000 + "'] as $x)" * 12 + "{{ $x }}" * 2000 + "@endforeach" * 12
    assert with_loops_written_out(loop) == loop
