"""A sentence-transformers model of a few thousand random weights, for tests of any model by path."""

from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

WORDS = "siapa gubernur lampung ekspor kopi naik tujuh persen pekerja migran query passage :".split()
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
MAX_TOKENS = 16


def save_tiny_model(folder: Path, prompts: dict[str, str], seed: int = 0, pooling: str = "mean") -> Path:
    """Writes the model in the ordinary layout; without prompts in `prompts` it has none."""
    # Loaded here: it takes seconds, which every process that collects the tests would spend.
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer

    vocabulary = {word: number for number, word in enumerate([*SPECIAL, *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    bert = folder / "bert"
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=48,
        max_position_embeddings=MAX_TOKENS,
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(bert)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(bert)
    transformer = Transformer(str(bert), max_seq_length=MAX_TOKENS)
    model = SentenceTransformer(modules=[transformer, Pooling(24, pooling_mode=pooling), Normalize()], prompts=prompts)
    target = folder / "model"
    model.save(str(target), create_model_card=False)
    return target
