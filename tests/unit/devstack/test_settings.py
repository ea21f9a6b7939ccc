from pathlib import Path

import pytest

from devstack.problems import EXIT_CODES, Problem, ProblemCode
from devstack.settings import DEFAULT_PORT, Settings, read_settings


def test_without_variables_state_lives_in_the_checkout_on_the_default_port(tmp_path: Path):
    settings = read_settings({}, checkout=tmp_path)
    assert settings == Settings(checkout=tmp_path, home=tmp_path / ".devstack", port=DEFAULT_PORT)


def test_variables_move_the_state_and_the_port(tmp_path: Path):
    environment = {"RESUMATE_HOME": str(tmp_path / "elsewhere"), "RESUMATE_PORT": "0", "LLM_BASE_URL": " http://x/v1 "}
    environment["LLM_MODEL"] = "small"
    settings = read_settings(environment, checkout=tmp_path)
    assert (settings.home, settings.port, settings.llm_base_url) == (tmp_path / "elsewhere", 0, "http://x/v1")


@pytest.mark.parametrize("text", ["http", "-1", "65536", "4566.0", "٤٥٦٦"])
def test_a_port_that_is_none_is_refused_by_the_name_of_its_variable(text: str):
    with pytest.raises(Problem, match="RESUMATE_PORT") as refused:
        read_settings({"RESUMATE_PORT": text})
    assert refused.value.exit_code == 2


def test_a_language_model_server_without_a_models_name_is_refused_before_anything_starts():
    with pytest.raises(Problem, match="LLM_MODEL"):
        read_settings({"LLM_BASE_URL": "http://localhost:11434/v1"})


def test_every_path_of_the_layout_but_the_build_is_inside_the_state_folder(tmp_path: Path):
    layout = read_settings({"RESUMATE_HOME": str(tmp_path)}).layout
    names = [name for name in dir(layout) if isinstance(getattr(type(layout), name, None), property)]
    outside = [name for name in names if not getattr(layout, name).is_relative_to(tmp_path)]
    assert outside == ["build"]


def test_every_problem_code_has_an_exit_code_and_none_means_success():
    assert set(EXIT_CODES) == set(ProblemCode)
    assert min(EXIT_CODES.values()) > 1


def test_a_problem_as_json_carries_code_message_remedy_and_the_products_own_code():
    problem = Problem(ProblemCode.REFUSED, "No text was found.", "Export it again.", detail="no_text")
    assert problem.as_json() == {
        "code": "refused",
        "message": "No text was found.",
        "remedy": "Export it again.",
        "detail": "no_text",
    }
